// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diffrows.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>
#include <utility>

namespace Decayscope {

namespace {

constexpr size_t margin = 3; ///< Unchanged lines kept beside changed ones.
constexpr size_t shortest = 9; ///< Stretches below are not folded.

/// Rows from `first` up to, not with, `last`; `fold` is below 0 where they are shown.
struct Stretch
{
    size_t first = 0;
    size_t last = 0;
    int fold = -1;
};

/// Cuts a run of unchanged rows into what is shown and what is folded.
void addUnchanged(std::vector<Stretch> &stretches, size_t first, size_t last, size_t count, int &fold)
{
    const auto from = first == 0 ? first : first + margin;
    const auto to = last == count ? last : last - std::min(margin, last);
    if (last - first < shortest || from >= to) {
        stretches.push_back({first, last});
        return;
    }
    stretches.push_back({first, from});
    stretches.push_back({from, to, fold++});
    stretches.push_back({to, last});
}

std::vector<Stretch> stretchesOf(const std::vector<DiffRow> &rows, const std::set<int> &opened)
{
    std::vector<Stretch> stretches;
    int fold = 0;
    for (size_t first = 0; first < rows.size();) {
        const auto isSame = rows[first].kind == DiffRow::Kind::Same;
        auto last = first;
        while (last < rows.size() && (rows[last].kind == DiffRow::Kind::Same) == isSame)
            ++last;
        if (isSame)
            addUnchanged(stretches, first, last, rows.size(), fold);
        else
            stretches.push_back({first, last});
        first = last;
    }
    for (auto &stretch : stretches) {
        if (opened.contains(stretch.fold))
            stretch.fold = -1;
    }
    return stretches;
}

CodeRow lineOf(const DiffText &text, int number, CodeRow::Kind kind)
{
    const auto index = static_cast<qsizetype>(number) - 1;
    if (index < 0 || index >= text.lines.size())
        return {.kind = CodeRow::Kind::Filler, .text = {}};
    const auto writer = index < std::ssize(text.writers) ? text.writers[static_cast<size_t>(index)] : unknownWriter;
    return {.kind = kind, .text = text.lines[index], .number = number, .writer = writer};
}

CodeRow gapRow(size_t lines)
{
    return {.kind = CodeRow::Kind::Gap,
        .text = QCoreApplication::translate(
            "Decayscope::DiffRows", "… %n unchanged line(s) …", nullptr, static_cast<int>(lines))};
}

void count(DiffColumns &columns, const std::vector<DiffRow> &rows)
{
    for (const auto &row : rows) {
        columns.removed += row.kind == DiffRow::Kind::Removed || row.kind == DiffRow::Kind::Changed ? 1 : 0;
        columns.added += row.kind == DiffRow::Kind::Added || row.kind == DiffRow::Kind::Changed ? 1 : 0;
    }
}

bool hasOld(const DiffRow &row)
{
    return row.kind == DiffRow::Kind::Removed || row.kind == DiffRow::Kind::Changed;
}

bool hasNew(const DiffRow &row)
{
    return row.kind == DiffRow::Kind::Added || row.kind == DiffRow::Kind::Changed;
}

/// Of a changed stretch: first what went, then what came.
void addChanged(DiffColumns &columns, std::span<const DiffRow> rows, const DiffText &left, const DiffText &right)
{
    for (const auto &row : rows) {
        if (!hasOld(row))
            continue;
        auto line = lineOf(left, row.left, CodeRow::Kind::Removed);
        line.oldNumber = std::exchange(line.number, 0);
        columns.right.push_back(std::move(line));
    }
    for (const auto &row : rows) {
        if (hasNew(row))
            columns.right.push_back(lineOf(right, row.right, CodeRow::Kind::Added));
    }
}

} // namespace

DiffColumns sideBySide(
    const std::vector<DiffRow> &rows, const DiffText &left, const DiffText &right, const std::set<int> &opened)
{
    DiffColumns columns;
    count(columns, rows);
    for (const auto &stretch : stretchesOf(rows, opened)) {
        if (stretch.fold >= 0) {
            columns.left.push_back(gapRow(stretch.last - stretch.first));
            columns.right.push_back(columns.left.back());
            columns.gaps.push_back(stretch.fold);
            continue;
        }
        for (auto i = stretch.first; i < stretch.last; ++i) {
            const auto isSame = rows[i].kind == DiffRow::Kind::Same;
            columns.left.push_back(lineOf(left, rows[i].left, isSame ? CodeRow::Kind::Line : CodeRow::Kind::Removed));
            columns.right.push_back(lineOf(right, rows[i].right, isSame ? CodeRow::Kind::Line : CodeRow::Kind::Added));
            columns.gaps.push_back(-1);
        }
    }
    return columns;
}

DiffColumns inOneColumn(
    const std::vector<DiffRow> &rows, const DiffText &left, const DiffText &right, const std::set<int> &opened)
{
    DiffColumns columns;
    count(columns, rows);
    for (const auto &stretch : stretchesOf(rows, opened)) {
        if (stretch.fold >= 0) {
            columns.right.push_back(gapRow(stretch.last - stretch.first));
            columns.gaps.push_back(stretch.fold);
            continue;
        }
        const auto span = std::span(rows).subspan(stretch.first, stretch.last - stretch.first);
        if (!span.empty() && span.front().kind != DiffRow::Kind::Same)
            addChanged(columns, span, left, right);
        for (const auto &row : span) {
            if (row.kind != DiffRow::Kind::Same)
                continue;
            columns.right.push_back(lineOf(right, row.right, CodeRow::Kind::Line));
            columns.right.back().oldNumber = row.left;
        }
        columns.gaps.resize(columns.right.size(), -1);
    }
    return columns;
}

} // namespace Decayscope
