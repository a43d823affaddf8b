// The linked views as a component of Streamlit. Where they were drawn before Streamlit was there, those are taken over.

import { takeOver } from "../engine/early.js";
import { mounted } from "../engine/view.js";
import { LinkedViews } from "../engine/views.js";

export default mounted(LinkedViews, takeOver);
