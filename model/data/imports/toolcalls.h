// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/turncontent.h>

namespace simdjson::dom {
class element;
} // namespace simdjson::dom

namespace Decayscope {

/// Adds the call of a tool with its arguments as an object, or as JSON in a string. Shells become commands, well-known
/// editors edits (`Asked`), thinking and finishing their words; any other call is a command of its name and arguments.
/// Sets the turn's kind where the tool ends the run.
void addToolCall(
    TurnContent &turn, const QString &tool, const simdjson::dom::element &arguments, const QString &callId);

/// The calls of a message as chat completions have them: `tool_calls: [{id, function: {name, arguments}}]`, also with
/// name and arguments beside the id, and with the name as `function`.
void addToolCalls(TurnContent &turn, const simdjson::dom::element &message);

} // namespace Decayscope
