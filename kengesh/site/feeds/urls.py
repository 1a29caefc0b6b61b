"""Where the feed and the calendars are."""

from kengesh.site.feeds.calendar import all_meetings, one_meeting
from kengesh.site.feeds.entries import entries
from kengesh.site.feeds.following import followed

PATHS = {
    "<language:language>/entries.atom": followed(entries),
    "<language:language>/meetings.ics": followed(all_meetings),
    "<language:language>/meetings/<thing:thing>.ics": followed(one_meeting),
}
