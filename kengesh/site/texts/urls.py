"""Where the page is that compiles a text: it answers what is sent to it, so it is not made as the pages of the record are."""

from kengesh.site.texts.styles import ADDRESS, rolling_styles
from kengesh.site.texts.views import texts

PATHS = {
    "<language:language>/texts": texts,
    ADDRESS.removeprefix("/"): rolling_styles,
}
