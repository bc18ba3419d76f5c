// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "headerstate.h"

#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>

namespace Decayscope {

QByteArray headerState(const QHeaderView &header)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << header.count() << header.saveState();
    return bytes;
}

bool restoreHeaderState(QHeaderView &header, const QByteArray &state)
{
    QDataStream stream(state);
    int count = 0;
    QByteArray inner;
    stream >> count >> inner;
    return stream.status() == QDataStream::Ok && count == header.count() && header.restoreState(inner);
}

} // namespace Decayscope
