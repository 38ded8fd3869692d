// Everything works without this file; it only makes things easier.
import { closeDrawers } from "./drawers.js";
import { showOneDay } from "./day-tabs.js";
import { offerPrint, offerShare } from "./share.js";
import { suggestLanguage } from "./language-suggestion.js";

closeDrawers();
suggestLanguage();
offerShare();
offerPrint();
showOneDay();
