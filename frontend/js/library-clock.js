// Names the place whose clock the times are on, to a reader whose own clock shows another time.

const wall = (moment, timeZone) =>
  new Intl.DateTimeFormat("en", { timeZone, month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" }).format(moment);

/** Show the bar when the device goes by another clock, now or at a time on the page. */
export function nameTheClock() {
  const bar = document.querySelector("[data-library-clock]");
  const times = [...document.querySelectorAll("main time[datetime*=T]")].map((time) => new Date(time.dateTime));
  if (!bar || !times.length) return;
  try {
    bar.hidden = times.every((moment) => wall(moment) === wall(moment, bar.dataset.libraryClock));
  } catch {
    // A device that does not know the zone, or a time that it cannot read: nothing is said.
  }
}
