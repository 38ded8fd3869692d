// Everything works without this file; it only makes things easier.
import { stayCalm } from "./calm.js";
import { closeDrawers } from "./drawers.js";
import { showOneDay } from "./day-tabs.js";
import { openHardWords } from "./hard-words.js";
import { offerReadingAloud } from "./read-aloud.js";
import { offerPrint, offerShare } from "./share.js";
import { nameTheClock } from "./library-clock.js";
import { suggestLanguage } from "./language-suggestion.js";

stayCalm();
closeDrawers();
suggestLanguage();
offerShare();
offerPrint();
showOneDay();
openHardWords();
offerReadingAloud();
nameTheClock();
