// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "coderows.h"

#include <code/linediff.h>

#include <QCoreApplication>

namespace Decayscope {

namespace {

int entryOf(const std::vector<int> &values, qsizetype index, int otherwise)
{
    return index < std::ssize(values) ? values[static_cast<size_t>(index)] : otherwise;
}

CodeRow gapOf(int lines)
{
    return {.kind = CodeRow::Kind::Gap,
        .text = lines > 0
            ? QCoreApplication::translate("Decayscope::CodeRows", "… %n line(s) not in the patch …", nullptr, lines)
            : QCoreApplication::translate("Decayscope::CodeRows", "… the rest is not in the patch …")};
}

} // namespace

std::vector<CodeRow> codeRows(const FileVersion &version)
{
    std::vector<CodeRow> rows;
    if (version.knowledge == FileKnowledge::Unknown || !version.exists)
        return rows;
    const auto lines = linesOf(version.text);
    rows.reserve(static_cast<size_t>(lines.size()));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        rows.push_back({.text = lines[i],
            .number = static_cast<int>(i) + 1,
            .writer = entryOf(version.writers, i, unknownWriter)});
    }
    return rows;
}

std::vector<CodeRow> codeRows(const FinalFile &file)
{
    std::vector<CodeRow> rows;
    if (!file.exists)
        return rows;
    const auto lines = linesOf(file.text);
    int expected = 1;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto number = entryOf(file.numbers, i, expected);
        if (number > expected && !file.isWhole)
            rows.push_back(gapOf(number - expected));
        rows.push_back({.text = lines[i], .number = number, .writer = entryOf(file.writers, i, unknownWriter)});
        expected = number + 1;
    }
    if (!file.isWhole)
        rows.push_back(gapOf(0));
    return rows;
}

} // namespace Decayscope
