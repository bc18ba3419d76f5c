// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filledtext.h"

#include <optional>

namespace Decayscope {

namespace {

constexpr int rounds = 19; // as in Postman
constexpr qsizetype longest = qsizetype{4} * 1024 * 1024;

/// The text after one round; absent where nothing was replaced.
std::optional<QString> filledOnce(const QString &text, const std::map<QString, QString> &variables)
{
    QString filled;
    qsizetype copied = 0;
    for (auto open = text.indexOf(u"{{"); open >= 0;) {
        const auto close = text.indexOf(u"}}", open + 2);
        if (close < 0)
            break;
        const auto inner = text.lastIndexOf(u"{{", close - 1); // braces pair up from the inside
        const auto found = variables.find(text.sliced(inner + 2, close - inner - 2));
        if (found != variables.end()) {
            filled += QStringView(text).sliced(copied, inner - copied) % found->second;
            copied = close + 2;
        }
        open = text.indexOf(u"{{", close + 2);
    }
    if (copied == 0)
        return std::nullopt;
    return filled % QStringView(text).sliced(copied);
}

} // namespace

QString filledText(const QString &text, const std::map<QString, QString> &variables)
{
    auto filled = text;
    for (int round = 0; round < rounds && filled.size() <= longest; ++round) {
        auto next = filledOnce(filled, variables);
        if (!next)
            break;
        filled = *std::move(next);
    }
    return filled;
}

} // namespace Decayscope
