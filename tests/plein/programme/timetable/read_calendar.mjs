// Reads a calendar file from standard input with ical.js, a reader that shares no code with the portal, and prints
// every session between two days as [start, end, cancelled]: node read_calendar.mjs <path of ical.js> <from> <until>
import { readFileSync } from "node:fs";

const [library, since, until] = process.argv.slice(2);
const { default: ICAL } = await import(library);

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(zone);
}

const events = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
const rules = new Map(events.filter((event) => !event.isRecurrenceException()).map((event) => [event.uid, event]));
for (const event of events.filter((event) => event.isRecurrenceException())) {
  rules.get(event.uid).relateException(event);
}

const end = ICAL.Time.fromDateString(until);
const found = [];
const note = (item, start, finish) => {
  if (start.toJSDate() >= new Date(since) && start.toJSDate() < new Date(until)) {
    const cancelled = item.component.getFirstPropertyValue("status") === "CANCELLED";
    found.push([start.toJSDate().toISOString(), finish.toJSDate().toISOString(), cancelled]);
  }
};
for (const event of rules.values()) {
  if (!event.isRecurring()) {
    note(event, event.startDate, event.endDate);
    continue;
  }
  const days = event.iterator();
  for (let day = days.next(); day && day.compare(end) < 0; day = days.next()) {
    const details = event.getOccurrenceDetails(day);
    note(details.item, details.startDate, details.endDate);
  }
}
process.stdout.write(JSON.stringify(found.sort()));
