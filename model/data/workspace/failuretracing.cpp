// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failuretracing.h"

#include "runopening.h"

#include <sampling/sampledesign.h>

namespace Decayscope {

Result<std::vector<FailureTrace>> failureTracesInStore(
    const QString &storePath, const StudySnapshot &study, const Progress &progress)
{
    auto connection = Connection::open(storePath, OpenMode::ReadOnly);
    if (!connection)
        return std::unexpected(std::move(connection.error()));
    const auto units = samplingUnits(study.runs, {}, {});
    std::vector<FailureTrace> traces;
    traces.reserve(units.size());
    for (const auto &unit : units) {
        if (progress.isCancelled())
            return cancelled();
        progress.report({static_cast<qint64>(traces.size()), static_cast<qint64>(units.size()), {}});
        if (const auto reading = openRun(*connection, unit.run.id))
            traces.push_back(failureTrace(**reading));
    }
    return traces;
}

} // namespace Decayscope
