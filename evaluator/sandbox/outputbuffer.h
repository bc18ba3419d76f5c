// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace Decayscope {

/// Keeps the first and the last half of an output of any length.
class OutputBuffer
{
public:
    explicit OutputBuffer(qint64 longest); ///< In bytes; at least 1 KiB are kept.

    void add(QByteArrayView text);

    [[nodiscard]] qint64 size() const { return m_size; } ///< Of everything added.
    [[nodiscard]] QByteArray text() const; ///< What was kept; a line tells how much is missing in the middle.

private:
    qsizetype m_half;
    QByteArray m_head;
    QByteArray m_tail; ///< Between one and two halves long once something is missing.
    qint64 m_size = 0;
};

} // namespace Decayscope
