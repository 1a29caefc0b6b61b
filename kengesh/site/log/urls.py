"""Where the log is."""

from kengesh.site.log.views import act, entry, entry_file, log, proof, verifying

PATHS = {
    "log": log,
    "log/verifying": verifying,
    "log/<int:number>": entry,
    "log/<int:number>.tlog-proof": proof,
    "log/<int:number>.tlog-proof.entry": entry_file,
    "acts/<slug:act_id>": act,
}
