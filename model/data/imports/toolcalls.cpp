// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "toolcalls.h"

#include "applypatchtext.h"
#include "jsonparser.h"
#include "jsonvalues.h"
#include "runfiles.h"
#include "turnparts.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

namespace dom = simdjson::dom;

/// A call that is being added.
struct ToolCall
{
    TurnContent &turn;
    const QString &tool;
    const dom::element &arguments;
    const QString &callId;

    [[nodiscard]] std::optional<QString> string(std::initializer_list<std::string_view> keys) const
    {
        return firstStringAt(arguments, keys);
    }
    [[nodiscard]] QString path() const
    {
        return string({"path", "file_path", "filePath", "filename", "target_file", "file"}).value_or(QString());
    }
    bool edit(FileEdit edit) const
    {
        if (edit.path.isEmpty())
            edit.path = path();
        if (edit.path.isEmpty())
            return false;
        addEdit(turn, std::move(edit), tool, callId);
        return true;
    }
};

/// The words of a command that is given as a list.
std::optional<QString> commandWords(const dom::element &arguments, std::string_view key)
{
    dom::array words;
    if (arguments[key].get_array().get(words) != simdjson::SUCCESS)
        return {};
    QStringList texts;
    for (const auto word : words)
        texts.append(contentText(word));
    return texts.join(u' ');
}

bool addShell(const ToolCall &call)
{
    auto text = call.string({"command", "cmd", "code", "script", "keystrokes", "input"});
    if (!text)
        text = commandWords(call.arguments, "command");
    if (!text)
        text = commandWords(call.arguments, "cmd");
    if (!text)
        return false;
    auto &command = addCommand(call.turn, call.tool, call.callId, *text);
    command.workingFolder = call.string({"cwd", "workdir", "working_dir", "working_directory"}).value_or(QString());
    return true;
}

bool addInsert(const ToolCall &call)
{
    const auto line = smallAt(call.arguments, "insert_line");
    const auto text = call.string({"new_str", "insert_text", "text"});
    if (!line || *line < 0 || !text)
        return false;
    return call.edit({.kind = FileEdit::Kind::Insert, .after = *text + u'\n', .line = *line});
}

bool addWrite(const ToolCall &call)
{
    const auto text = call.string({"file_text", "content", "contents", "text"});
    return text && call.edit({.kind = FileEdit::Kind::Content, .after = *text});
}

bool addReplace(const ToolCall &call)
{
    const auto before = call.string({"old_str", "old_string", "oldString", "search"});
    const auto after = call.string({"new_str", "new_string", "newString", "replace"});
    if (!before || (before->isEmpty() && !after))
        return false;
    if (before->isEmpty()) // of these tools, that is how a file is created
        return call.edit({.kind = FileEdit::Kind::Content, .after = *after});
    const auto isMany
        = isTrueAt(call.arguments, "replace_all") || wholeAt(call.arguments, "expected_replacements").value_or(1) > 1;
    return call.edit({.kind = isMany ? FileEdit::Kind::ReplaceAll : FileEdit::Kind::Replace,
        .before = *before,
        .after = after.value_or(QString())});
}

bool addView(const ToolCall &call)
{
    QString text = u"view " + call.path();
    if (const auto range = memberAt(call.arguments, "view_range"))
        text += u' ' + jsonSource(*range);
    addCommand(call.turn, call.tool, call.callId, text);
    return true;
}

/// The editor many agents share: its `command` says what to do.
bool addEditor(const ToolCall &call)
{
    const auto command = bytesAt(call.arguments, "command");
    if (command == "create")
        return addWrite(call);
    if (command == "str_replace")
        return call.string({"old_str"}) && addReplace(call);
    if (command == "insert")
        return addInsert(call);
    if (command == "undo_edit")
        return call.edit({.kind = FileEdit::Kind::Undo});
    return command == "view" && !call.path().isEmpty() && addView(call);
}

bool addReplacements(const ToolCall &call)
{
    dom::array edits;
    if (call.arguments["edits"].get_array().get(edits) != simdjson::SUCCESS)
        return addReplace(call);
    const auto path = call.path();
    bool any = false;
    for (const auto edit : edits) {
        const auto before = firstStringAt(edit, {"old_string", "old_str"});
        const auto after = firstStringAt(edit, {"new_string", "new_str"});
        if (path.isEmpty() || !before || !after)
            continue;
        const auto isMany = isTrueAt(edit, "replace_all");
        any = call.edit({.kind = isMany ? FileEdit::Kind::ReplaceAll : FileEdit::Kind::Replace,
                  .path = path,
                  .before = *before,
                  .after = *after})
            || any;
    }
    return any;
}

bool addPatch(const ToolCall &call)
{
    const auto patch = call.string({"patch", "input", "patchText"});
    if (!patch)
        return false;
    auto edits = applyPatchEdits(*patch);
    for (auto &edit : edits)
        (void)call.edit(std::move(edit));
    return !edits.empty();
}

bool addThought(const ToolCall &call)
{
    const auto thought = call.string({"thought", "content", "thinking"});
    if (thought)
        addPart(call.turn, PartKind::Text, *thought);
    return thought.has_value();
}

bool addFinish(const ToolCall &call)
{
    addPart(call.turn, PartKind::Text,
        call.string({"message", "final_thought", "answer", "output", "summary"}).value_or(QString()));
    call.turn.kind = TurnKind::Finish;
    return true;
}

struct KnownTool
{
    QLatin1StringView name;
    bool (*add)(const ToolCall &);
};

constexpr std::array knownTools{
    KnownTool{QLatin1StringView("bash"), addShell},
    KnownTool{QLatin1StringView("terminal"), addShell},
    KnownTool{QLatin1StringView("execute_bash"), addShell},
    KnownTool{QLatin1StringView("shell"), addShell},
    KnownTool{QLatin1StringView("local_shell"), addShell},
    KnownTool{QLatin1StringView("bash_command"), addShell},
    KnownTool{QLatin1StringView("run_command"), addShell},
    KnownTool{QLatin1StringView("run_shell_command"), addShell},
    KnownTool{QLatin1StringView("run_terminal_cmd"), addShell},
    KnownTool{QLatin1StringView("exec_command"), addShell},
    KnownTool{QLatin1StringView("python"), addShell},
    KnownTool{QLatin1StringView("ipython"), addShell},
    KnownTool{QLatin1StringView("execute_ipython_cell"), addShell},
    KnownTool{QLatin1StringView("file_editor"), addEditor},
    KnownTool{QLatin1StringView("planning_file_editor"), addEditor},
    KnownTool{QLatin1StringView("str_replace_editor"), addEditor},
    KnownTool{QLatin1StringView("str_replace_based_edit_tool"), addEditor},
    KnownTool{QLatin1StringView("text_editor"), addEditor},
    KnownTool{QLatin1StringView("write_file"), addWrite},
    KnownTool{QLatin1StringView("create_file"), addWrite},
    KnownTool{QLatin1StringView("write"), addWrite},
    KnownTool{QLatin1StringView("edit"), addReplacements},
    KnownTool{QLatin1StringView("multiedit"), addReplacements},
    KnownTool{QLatin1StringView("edit_file"), addReplacements},
    KnownTool{QLatin1StringView("replace"), addReplacements},
    KnownTool{QLatin1StringView("apply_patch"), addPatch},
    KnownTool{QLatin1StringView("think"), addThought},
    KnownTool{QLatin1StringView("finish"), addFinish},
};

/// What the call looks like where nothing is known of its tool: its arguments without the name of their kind.
QString argumentsText(const dom::element &arguments)
{
    dom::object members;
    if (arguments.get_object().get(members) != simdjson::SUCCESS)
        return contentText(arguments);
    QStringList texts;
    for (const auto member : members) {
        if (member.key != "kind" && !member.value.is_null())
            texts.append(searchable(member.key) + QLatin1StringView(": ") + contentText(member.value));
    }
    return texts.join(u'\n');
}

void addParsedCall(const ToolCall &call)
{
    const auto name = call.tool.toLower();
    const auto *known = std::ranges::find(knownTools, name, &KnownTool::name);
    if (known != knownTools.end() && known->add(call))
        return;
    addCommand(call.turn, call.tool, call.callId, argumentsText(call.arguments));
}

} // namespace

void addToolCall(TurnContent &turn, const QString &tool, const dom::element &arguments, const QString &callId)
{
    std::string_view json;
    if (arguments.get_string().get(json) != simdjson::SUCCESS)
        return addParsedCall({turn, tool, arguments, callId});
    auto bytes = roomFor(static_cast<qsizetype>(json.size()));
    bytes.append(json.data(), static_cast<qsizetype>(json.size()));
    JsonParser parser;
    dom::element parsed;
    if (parser.parse(bytes, parsed) == JsonState::Unreadable || !parsed.is_object())
        addCommand(turn, tool, callId, searchable(json));
    else
        addParsedCall({turn, tool, parsed, callId});
}

void addToolCalls(TurnContent &turn, const dom::element &message)
{
    dom::array calls;
    if (message["tool_calls"].get_array().get(calls) != simdjson::SUCCESS)
        return;
    for (const auto call : calls) {
        const auto function = memberAt(call, "function");
        const auto &inner = function && function->is_object() ? *function : call;
        const auto id = firstStringAt(call, {"id", "tool_call_id", "call_id"}).value_or(QString());
        const auto name = firstStringAt(inner, {"name", "function_name", "function"}).value_or(QString());
        const auto arguments = memberAt(inner, "arguments");
        if (arguments)
            addToolCall(turn, name, *arguments, id);
        else
            addCommand(turn, name, id, {});
    }
}

} // namespace Decayscope
