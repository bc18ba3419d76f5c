// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runbundle.h>

namespace Decayscope {

class JsonParser;

/// What one event file of an OpenHands conversation says.
struct EventReading
{
    TurnRole role = TurnRole::Other;
    QString text; ///< Each thing once: what an action wrote is not repeated by its observation.
    bool isFinish = false; ///< The agent's word that it is done, or the answer to it.
    bool isJson = true; ///< Whether the text is JSON as it stands; if not, `text` is what could be read.
};

/// `text` must have `spareBytes` of readable memory behind it. Events of unknown kinds give their JSON as text.
[[nodiscard]] EventReading readEvent(QByteArrayView text, JsonParser &parser);

} // namespace Decayscope
