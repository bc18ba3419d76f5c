// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turnreader.h"

#include "atifturn.h"
#include "inspectturn.h"
#include "jsonparser.h"
#include "jsonvalues.h"
#include "miniturn.h"
#include "openhandsclassicturn.h"
#include "openhandsturn.h"
#include "sweagentturn.h"
#include "turnparts.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

namespace dom = simdjson::dom;

bool isString(const dom::element &object, std::string_view key)
{
    return object[key].is_string();
}

bool isSdkEvent(const dom::element &value)
{
    return isString(value, "kind") && !isString(value, "role");
}

bool isMessage(const dom::element &value)
{
    const auto type = bytesAt(value, "type");
    return isString(value, "role") || bytesAt(value, "object") == "response" || type == "function_call_output"
        || type == "message";
}

bool isSweStep(const dom::element &value)
{
    return isString(value, "action")
        && (value["observation"].error() == simdjson::SUCCESS || isString(value, "response")
            || value["state"].error() == simdjson::SUCCESS)
        && !isString(value, "kind");
}

bool isClassicEvent(const dom::element &value)
{
    return isString(value, "action") || isString(value, "observation") || value.is_array();
}

bool isAtifStep(const dom::element &value)
{
    return value["step_id"].error() == simdjson::SUCCESS || (isString(value, "source") && hasMember(value, "message"));
}

struct RoleName
{
    std::string_view name;
    TurnRole role;
};

constexpr std::array roleNames{
    RoleName{"system", TurnRole::System},
    RoleName{"developer", TurnRole::System},
    RoleName{"user", TurnRole::User},
    RoleName{"assistant", TurnRole::Assistant},
    RoleName{"tool", TurnRole::Tool},
    RoleName{"exit", TurnRole::Environment},
};

TurnRole roleOfMessage(const dom::element &value)
{
    const auto *known = std::ranges::find(roleNames, bytesAt(value, "role"), &RoleName::name);
    if (known != roleNames.end())
        return known->role;
    return bytesAt(value, "type") == "function_call_output" ? TurnRole::Tool : TurnRole::Other;
}

void readMessage(const dom::element &value, const TurnPlace &place, TurnContent &turn)
{
    turn.role = roleOfMessage(value);
    switch (place.facts.flavour) {
    case ChatFlavour::Mini:
        return readMiniTurn(value, place, turn);
    case ChatFlavour::SweAgent:
        return readSweAgentMessage(value, place, turn);
    case ChatFlavour::Inspect:
        return readInspectTurn(value, place, turn);
    }
}

struct Shape
{
    bool (*fits)(const dom::element &);
    void (*read)(const dom::element &, const TurnPlace &, TurnContent &);
};

constexpr std::array shapes{
    Shape{isMessage, readMessage},
    Shape{isSdkEvent, readOpenHandsTurn},
    Shape{isSweStep, readSweAgentStep},
    Shape{isClassicEvent, readOpenHandsClassicTurn},
    Shape{isAtifStep, readAtifTurn},
};

} // namespace

TurnContent readTurn(const dom::element &value, const TurnPlace &place)
{
    TurnContent turn{.index = place.index, .role = place.role};
    const auto *shape = std::ranges::find_if(shapes, [&value](const Shape &known) { return known.fits(value); });
    if (shape == shapes.end()) {
        keepRaw(turn, jsonSource(value));
        return turn;
    }
    shape->read(value, place, turn);
    if (turn.kind == TurnKind::Other && turn.isKnown)
        turn.kind = kindOfParts(turn);
    return turn;
}

QString searchText(const TurnContent &turn)
{
    QStringList texts;
    for (const auto &part : turn.parts) {
        const auto isRepeated = part.edit && part.edit->evidence == FileEdit::Evidence::Reported;
        if (isRepeated)
            continue;
        if (!part.text.isEmpty())
            texts.append(part.text);
        if (part.edit && !part.edit->after.isEmpty())
            texts.append(part.edit->after);
    }
    return texts.join(u'\n');
}

} // namespace Decayscope
