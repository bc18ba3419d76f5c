// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chance.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <utility>

namespace Decayscope {

KeyedChance::KeyedChance(QByteArray key)
    : m_key(std::move(key))
{ }

double KeyedChance::next()
{
    const QByteArray text = m_key + ' ' + QByteArray::number(m_thrown++);
    const auto digest = QCryptographicHash::hash(text, QCryptographicHash::Sha256);
    return qFromBigEndian<quint32>(digest.constData()) / 4294967296.0;
}

std::size_t KeyedChance::below(std::size_t count)
{
    return static_cast<std::size_t>(next() * static_cast<double>(count));
}

} // namespace Decayscope
