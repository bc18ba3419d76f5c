// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tablelookwords.h"

#include <array>

namespace Decayscope {

namespace {

struct IntervalWord
{
    IntervalForm form;
    QLatin1StringView word;
};

struct FlagWord
{
    bool TableLook::*flag;
    bool fallback;
    QLatin1StringView word; ///< Says that the flag is not as by default.
};

constexpr std::array intervalWords{IntervalWord{IntervalForm::PlusMinus, QLatin1StringView("plusminus")},
    IntervalWord{IntervalForm::Hidden, QLatin1StringView("hidden")}};

constexpr std::array flagWords{FlagWord{&TableLook::boldBest, false, QLatin1StringView("bold")},
    FlagWord{&TableLook::paperExact, false, QLatin1StringView("published")},
    FlagWord{&TableLook::siunitx, false, QLatin1StringView("siunitx")},
    FlagWord{&TableLook::notes, true, QLatin1StringView("no-notes")}};

} // namespace

QStringList lookWords(const TableLook &look)
{
    QStringList words;
    for (const auto &row : intervalWords) {
        if (look.interval == row.form)
            words << row.word;
    }
    for (const auto &row : flagWords) {
        if (look.*row.flag != row.fallback)
            words << row.word;
    }
    return words;
}

TableLook lookFromWords(const QStringList &words)
{
    TableLook look;
    for (const auto &row : intervalWords) {
        if (words.contains(row.word))
            look.interval = row.form;
    }
    for (const auto &row : flagWords)
        look.*row.flag = words.contains(row.word) ? !row.fallback : row.fallback;
    return look;
}

} // namespace Decayscope
