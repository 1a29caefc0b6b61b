"""A rolling text as a Word file in which each delegation's proposals are tracked changes of its own.

Whoever opens it can accept the changes of one author and reject those of the others, and has that delegation's text;
who rejects all has the base, word for word.

Done: words replaced, inserted and deleted; units deleted, new and moved; paragraphs split and merged; rows of tables
inserted and deleted; footnotes changed. A new unit and an alternative begin with their labels. What reserves, comments,
asks for brackets or to retain words is a comment by that delegation. A time that is not known is left out.

Partly done, because Word's model has one author for the deletion of a word: where several delegations would delete the
same words, the deletion is the first holder's, and each of the others has a comment that says so; accepting its changes
alone leaves those words in. The same for a unit that several would delete, move or replace. Each delegation
answers only for the words that it changes itself, not for all of a bracket, so this is rarer than overlapping brackets.
An alternative stands after the unit that it would replace, and the unit is deleted with it where nobody else deletes in it. What one
delegation changes in another's proposal is within that proposal: rejecting the proposal alone leaves what was inserted
in it.

Not done: proposed columns, and rows that somebody amends, are inserted lines after the table;
requests to reopen and editorial differences are not written.
"""

from __future__ import annotations

from kengesh.terms.messages import in_language
from kengesh.texts.rolling import RollingText
from kengesh.texts.word.write_blocks import node_blocks, referred_in_nodes
from kengesh.texts.word.write_package import Sheets, packed
from kengesh.texts.word.write_rolling import base_mark, title_of
from kengesh.texts.word.write_tracked_blocks import TrackedBlocks


def tracked_document(rolling: RollingText) -> bytes:
    """Return a rolling text as a Word file of tracked changes. The same text gives the same bytes."""
    with in_language(rolling.base.language):
        blocks = TrackedBlocks(rolling)
        body = "".join(map(blocks.block, node_blocks(rolling.nodes, referred_in_nodes(rolling.nodes))))
    return packed(
        Sheets(
            language=rolling.base.language,
            title=title_of(rolling.base.units),
            mark=base_mark(rolling.base),
            body=body,
            footnotes=blocks.units.footnotes.part(),
            comments=blocks.units.comments.part(),
        )
    )
