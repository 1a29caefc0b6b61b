"""Where the page is that checks a draft: it answers what is sent to it, so it is not made as the pages of the record are."""

from kengesh.site.drafts.views import check_draft_page

PATHS = {"<language:language>/check-draft": check_draft_page}
