"""What holds only where libyaml reads: its words and places for what is no YAML, and the tabs that it takes."""

import pytest

from kgen.syntax import events

HAS_LIBYAML = events.best().name != events.pure().name
with_libyaml = pytest.mark.skipif(not HAS_LIBYAML, reason="no libyaml is installed, whose words and places these are")
