"""Entering acts: each group of a plan becomes one signed entry, and many entries one durable step of the log.

An observed log holds only reported acts; the acts that the log itself understands are the one exception.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kengesh.acts import Registry
from kengesh.desk.known import Known
from kengesh.desk.plan import Plan, plan_rows
from kengesh.record.entry import Entry, act_id, sign_entry
from kengesh.record.log import Log
from kengesh.record.note import Signer
from kengesh.record.writer import Writer
from kengesh.terms.messages import _

STEP = 256  # entries made durable together: as many as one bundle holds


class NotForThisLog(ValueError):
    """An act that the log's mode does not allow."""
