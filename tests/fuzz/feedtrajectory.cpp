// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "feedtrajectory.h"

#include <imports/storedturns.h>
#include <imports/trajectoryfile.h>

#include <algorithm>

using namespace Decayscope;

int feedTrajectory(const uint8_t *data, size_t size, std::initializer_list<TrajectoryFormat> formats)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto shape = trajectoryShapeOf(bytes);
    if (std::ranges::find(formats, shape.format) == formats.end())
        return -1;
    auto head = trajectoryHeadOf(bytes, shape);
    completeHead(head, bytes, shape);
    auto reading = readTrajectoryFile(bytes, shape, head, QStringLiteral("trajectory.json"));
    Document document;
    document.kind = DocumentKind::Trajectory;
    document.path = QStringLiteral("trajectory.json");
    document.bytes = bytes;
    const auto turns = openTurns(std::move(document), std::nullopt, std::move(reading.turns));
    for (int index = 0; index < turns->count(); ++index) {
        std::ignore = turns->turn(index);
        std::ignore = turns->raw(index);
    }
    return 0;
}
