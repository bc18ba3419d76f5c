// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <utility>
#include <vector>

namespace Decayscope {

/// Replaces addresses in a text that comes in pieces: what is fed in comes out changed, a few bytes later. Takes time
/// in proportion to the text, whatever is in it.
class AddressRewriter
{
public:
    using Replacements = std::vector<std::pair<QByteArray, QByteArray>>; ///< What is there → what stands there then.

    /// Of two that begin at one place the longer one counts. Empty ones are left out.
    explicit AddressRewriter(Replacements replacements);

    [[nodiscard]] QByteArray feed(QByteArrayView piece);
    [[nodiscard]] QByteArray finish(); ///< What was held back.

private:
    QByteArray rewritten(qsizetype limit);

    Replacements m_replacements;
    qsizetype m_longest = 1;
    QByteArray m_held;
};

} // namespace Decayscope
