// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/run.h>

#include <QByteArrayView>

namespace Decayscope {

class JsonParser;

/// What `base_state.json` of an OpenHands conversation says.
struct SessionState
{
    bool isJson = false; ///< As the study's reader takes it.
    QString status; ///< `execution_status`, or `agent_status` before version 1.0.
    std::optional<TokenCount> tokens; ///< Of the usage named "default", the only one the study reads.
    std::optional<TokenCount> allTokens; ///< Of all usages.
};

/// `text` must have `spareBytes` of readable memory behind it.
[[nodiscard]] SessionState readSessionState(QByteArrayView text, JsonParser &parser);

} // namespace Decayscope
