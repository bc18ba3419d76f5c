// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <contracts/taskdefinition.h>

#include <cstdlib>

using namespace Decayscope;

/// A task file; one that is read comes back from its own text as it was.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView json(data, static_cast<qsizetype>(size));
    const auto path = QStringLiteral("tasks/uv/task.json");
    std::ignore = looksLikeTaskFile(json);
    auto task = readTaskFile(json, path);
    if (!task)
        return 0;
    const auto file = taskFile(*task);
    if (task->dockerFolder.isEmpty())
        task->dockerFolder = task->task.runtime;
    if (readTaskFile(file, path) != task || !looksLikeTaskFile(file))
        std::abort();
    return 0;
}
