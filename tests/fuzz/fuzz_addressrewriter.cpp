// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <registries/addressrewriter.h>

#include <QByteArrayView>
#include <QList>

#include <algorithm>
#include <cstdlib>

using namespace Decayscope;

namespace {

QByteArray rewrittenBy(const AddressRewriter::Replacements &replacements, const QByteArray &text, qsizetype piece)
{
    AddressRewriter rewriter(replacements);
    QByteArray out;
    for (qsizetype at = 0; at < text.size(); at += piece)
        out += rewriter.feed(QByteArrayView(text).sliced(at, std::min(piece, text.size() - at)));
    return out + rewriter.finish();
}

} // namespace

/// A line of addresses and what comes in their place, taking turns, then a text: in pieces it becomes what it becomes
/// as a whole.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto bytes = QByteArrayView(data, static_cast<qsizetype>(size)).toByteArray();
    const auto line = bytes.indexOf('\n');
    if (line < 0)
        return 0;
    const auto words = bytes.first(line).split(' ').first(std::min<qsizetype>(16, bytes.first(line).count(' ') + 1));
    AddressRewriter::Replacements replacements;
    for (qsizetype i = 0; i + 1 < words.size(); i += 2)
        replacements.emplace_back(words[i], words[i + 1]);
    const auto text = bytes.sliced(line + 1);
    const auto whole = rewrittenBy(replacements, text, std::max<qsizetype>(1, text.size()));
    if (rewrittenBy(replacements, text, 1) != whole || rewrittenBy(replacements, text, 7) != whole)
        std::abort();
    return 0;
}
