// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turngroups.h"

namespace Decayscope {

bool isShown(const ShownGroups &groups, PartKind part, TurnRole role)
{
    switch (part) {
    case PartKind::Text:
        return role != TurnRole::Assistant || groups.reasoning;
    case PartKind::Reasoning:
        return groups.reasoning;
    case PartKind::Command:
    case PartKind::Edit:
        return groups.tools;
    case PartKind::Output:
        return groups.outputs;
    case PartKind::Error:
    case PartKind::Image:
    case PartKind::Raw:
        break;
    }
    return true;
}

bool isShown(const ShownGroups &groups, TurnKind kind)
{
    switch (kind) {
    case TurnKind::System:
    case TurnKind::Other:
        return groups.metadata;
    case TurnKind::Thought:
        return groups.reasoning;
    case TurnKind::Command:
    case TurnKind::Edit:
        return groups.tools || groups.reasoning;
    case TurnKind::Observation:
        return groups.outputs;
    case TurnKind::Prompt:
    case TurnKind::Error:
    case TurnKind::Finish:
        break;
    }
    return true;
}

TurnKind likelyKind(TurnRole role)
{
    switch (role) {
    case TurnRole::System:
        return TurnKind::System;
    case TurnRole::User:
        return TurnKind::Prompt;
    case TurnRole::Assistant:
        return TurnKind::Command;
    case TurnRole::Tool:
    case TurnRole::Environment:
        return TurnKind::Observation;
    case TurnRole::Other:
        break;
    }
    return TurnKind::Other;
}

} // namespace Decayscope
