// The linked views as a component of Streamlit.

import { mounted } from "../engine/view.js";
import { LinkedViews } from "../engine/views.js";

export default mounted(LinkedViews);
