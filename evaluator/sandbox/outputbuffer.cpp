// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outputbuffer.h"

#include <algorithm>

namespace Decayscope {

OutputBuffer::OutputBuffer(qint64 longest)
    : m_half(static_cast<qsizetype>(std::clamp(longest, qint64{1024}, qint64{1} << 30) / 2))
{ }

void OutputBuffer::add(QByteArrayView text)
{
    m_size += text.size();
    const auto first = text.first(std::min(text.size(), m_half - m_head.size()));
    m_head.append(first);
    m_tail.append(text.sliced(first.size()).last(std::min(text.size() - first.size(), m_half)));
    if (m_tail.size() > 2 * m_half)
        m_tail.remove(0, m_tail.size() - m_half);
}

QByteArray OutputBuffer::text() const
{
    const auto missing = m_size - 2 * m_half;
    if (missing <= 0)
        return m_head + m_tail;
    return m_head + "\n[... " + QByteArray::number(missing) + " bytes of output are left out here ...]\n"
        + m_tail.last(m_half);
}

} // namespace Decayscope
