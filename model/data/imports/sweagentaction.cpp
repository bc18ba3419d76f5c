// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sweagentaction.h"

#include "shellwords.h"

namespace Decayscope {

namespace {

constexpr QLatin1StringView editEnd{"\nend_of_edit"};

/// The values of `--name value` behind the first words.
std::optional<QString> option(const QStringList &words, QLatin1StringView name)
{
    const auto at = words.indexOf(name);
    return at >= 0 && at + 1 < words.size() ? std::optional(words[at + 1]) : std::nullopt;
}

/// The plain value of an option that must be there and a line number.
std::optional<int> lineNumber(const std::optional<QString> &text)
{
    bool isNumber = false;
    const auto line = text ? text->toInt(&isNumber) : 0;
    return isNumber && line >= 0 ? std::optional(line) : std::nullopt;
}

std::optional<FileEdit> editorEdit(const QStringList &words)
{
    if (words.size() < 3)
        return {};
    const auto &command = words[1];
    const auto &path = words[2];
    const auto before = option(words, QLatin1StringView("--old_str"));
    const auto after = option(words, QLatin1StringView("--new_str"));
    if (command == QLatin1StringView("create")) {
        const auto text = option(words, QLatin1StringView("--file_text"));
        return text ? std::optional(FileEdit{.kind = FileEdit::Kind::Content, .path = path, .after = *text})
                    : std::nullopt;
    }
    if (command == QLatin1StringView("str_replace") && before)
        return FileEdit{
            .kind = FileEdit::Kind::Replace, .path = path, .before = *before, .after = after.value_or(QString())};
    if (command == QLatin1StringView("insert")) {
        const auto line = lineNumber(option(words, QLatin1StringView("--insert_line")));
        return line && after
            ? std::optional(
                  FileEdit{.kind = FileEdit::Kind::Insert, .path = path, .after = *after + u'\n', .line = *line})
            : std::nullopt;
    }
    if (command == QLatin1StringView("undo_edit"))
        return FileEdit{.kind = FileEdit::Kind::Undo, .path = path};
    return {};
}

/// Version 0.x: `edit A:B`, the lines that take their place, and a line `end_of_edit`.
std::optional<FileEdit> windowEdit(const QString &action, const QString &openFile)
{
    const auto lineEnd = action.indexOf(u'\n');
    const auto range = lineEnd < 0 ? QStringView() : QStringView(action).sliced(5, lineEnd - 5).trimmed();
    const auto colon = range.indexOf(u':');
    const auto end = action.lastIndexOf(editEnd);
    if (colon <= 0 || end < lineEnd || openFile.isEmpty())
        return {};
    bool isFirst = false;
    bool isLast = false;
    const auto first = range.first(colon).toInt(&isFirst);
    const auto last = range.sliced(colon + 1).toInt(&isLast);
    if (!isFirst || !isLast || first < 1 || last < first)
        return {};
    const auto text = end == lineEnd ? QString() : action.sliced(lineEnd + 1, end - lineEnd - 1) + u'\n';
    return FileEdit{.kind = FileEdit::Kind::Lines, .path = openFile, .after = text, .line = first, .lastLine = last};
}

/// Version 1.x, with the search and replace tools: on the open file.
std::optional<FileEdit> searchEdit(const QStringList &words, const QString &openFile)
{
    if (openFile.isEmpty() || words.size() < 2)
        return {};
    if (words[0] == QLatin1StringView("insert")) {
        const auto line = lineNumber(words.value(2));
        if (words.size() > 2 && !line)
            return {};
        return FileEdit{.kind = line ? FileEdit::Kind::Insert : FileEdit::Kind::Append,
            .path = openFile,
            .after = words[1] + u'\n',
            .line = line.value_or(0)};
    }
    if (words.size() < 3)
        return {};
    const auto isMany = words.value(3).compare(QLatin1StringView("true"), Qt::CaseInsensitive) == 0;
    return FileEdit{.kind = isMany ? FileEdit::Kind::ReplaceAll : FileEdit::Kind::Replace,
        .path = openFile,
        .before = words[1],
        .after = words[2]};
}

QString absolutePath(const QString &path, const QString &folder)
{
    return path.startsWith(u'/') || folder.isEmpty() ? path : folder + u'/' + path;
}

} // namespace

std::optional<FileEdit> sweAgentEdit(const QString &action, const SweAgentState &state)
{
    const auto starts = [&action](QLatin1StringView word) { return action.startsWith(word); };
    if (starts(QLatin1StringView("edit "))) {
        if (auto edit = windowEdit(action, state.openFile))
            return edit;
    }
    const auto isEditor = starts(QLatin1StringView("str_replace_editor "));
    const auto isCreate = starts(QLatin1StringView("create "));
    const auto isSearch = starts(QLatin1StringView("edit ")) || starts(QLatin1StringView("insert "));
    const auto words = isEditor || isCreate || isSearch ? shellWords(action) : std::nullopt;
    if (!words)
        return {};
    if (isEditor)
        return editorEdit(*words);
    if (isCreate && words->size() == 2) // the tool begins a file with one empty line
        return FileEdit{.kind = FileEdit::Kind::Content,
            .path = absolutePath(words->at(1), state.workingFolder),
            .after = QStringLiteral("\n")};
    return isSearch ? searchEdit(*words, state.openFile) : std::nullopt;
}

} // namespace Decayscope
