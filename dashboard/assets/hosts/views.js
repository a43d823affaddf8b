// The linked views as a component of Streamlit. It takes over views that were drawn before Streamlit started.

import { takeOver } from "../engine/early.js";
import { mounted } from "../engine/view.js";
import { LinkedViews } from "../engine/views.js";

export default mounted(LinkedViews, takeOver);
