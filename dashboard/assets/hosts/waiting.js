// Loaded by the first HTML of a page that the server draws. Until the server is reached, this is the only script.

import { awaitConnection } from "../engine/connection.js";

awaitConnection();
