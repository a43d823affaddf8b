// Loaded by the first HTML of a page that the server draws. Before the server is reached, the page has nothing else.

import { awaitConnection } from "../engine/connection.js";

awaitConnection();
