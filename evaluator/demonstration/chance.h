// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace Decayscope {

/// Throws of dice that are the same everywhere and always for the same key.
class KeyedChance
{
public:
    explicit KeyedChance(QByteArray key);

    /// From 0 to below 1.
    [[nodiscard]] double next();
    [[nodiscard]] bool happens(double probability) { return next() < probability; }

    /// From 0 to below `count`, which is at least 1.
    [[nodiscard]] std::size_t below(std::size_t count);

private:
    QByteArray m_key;
    int m_thrown = 0;
};

} // namespace Decayscope
