// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turncontent.h"

#include <QStringList>

namespace Decayscope {

QString turnKindName(TurnKind kind)
{
    switch (kind) {
    case TurnKind::System:
        return QStringLiteral("system");
    case TurnKind::Prompt:
        return QStringLiteral("prompt");
    case TurnKind::Thought:
        return QStringLiteral("thought");
    case TurnKind::Command:
        return QStringLiteral("command");
    case TurnKind::Edit:
        return QStringLiteral("edit");
    case TurnKind::Observation:
        return QStringLiteral("observation");
    case TurnKind::Error:
        return QStringLiteral("error");
    case TurnKind::Finish:
        return QStringLiteral("finish");
    case TurnKind::Other:
        return QStringLiteral("other");
    }
    return {};
}

QString turnRoleName(TurnRole role)
{
    switch (role) {
    case TurnRole::System:
        return QStringLiteral("system");
    case TurnRole::User:
        return QStringLiteral("user");
    case TurnRole::Assistant:
        return QStringLiteral("assistant");
    case TurnRole::Tool:
        return QStringLiteral("tool");
    case TurnRole::Environment:
        return QStringLiteral("environment");
    case TurnRole::Other:
        return QStringLiteral("other");
    }
    return {};
}

QString TurnContent::textOf(PartKind wanted) const
{
    QStringList texts;
    for (const auto &part : parts) {
        if (part.kind == wanted)
            texts.append(part.text);
    }
    return texts.join(u'\n');
}

std::optional<int> TurnContent::returnCode() const
{
    std::optional<int> code;
    for (const auto &part : parts) {
        if (part.returnCode)
            code = part.returnCode;
    }
    return code;
}

} // namespace Decayscope
