"""How much may be sent to the page that compiles; the settings of the site have the same limits."""

MEGABYTE = 1 << 20
MOST_OF_A_FILE = 20 * MEGABYTE
MOST_OF_A_REQUEST = 100 * MEGABYTE
MOST_FILES = 64  # the base among them
