#!/usr/bin/env bash
# The driver beside, but for one fault: it takes an outage for a call without a recording.
# Caught by tell-missing-from-broken.
source <(sed 's/kind: "unavailable"/kind: "absent"/' "$(dirname "${BASH_SOURCE[0]}")/../shell.sh")
