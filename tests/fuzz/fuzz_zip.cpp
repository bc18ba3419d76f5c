// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <imports/runsource.h>

#include <QTemporaryFile>

using namespace Decayscope;

/// The bytes as an archive of results, read to its end.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static QTemporaryFile file;
    if (!file.isOpen() && !file.open())
        return 0;
    file.resize(0);
    file.seek(0);
    file.write(reinterpret_cast<const char *>(data), static_cast<qint64>(size));
    file.flush();
    const auto source = openRunSource(file.fileName(), Progress());
    if (!source)
        return 0;
    while (true) {
        auto run = (*source)->next(Progress());
        if (!run || !*run)
            break;
        std::ignore = (*run)->load();
    }
    std::ignore = (*source)->refused();
    return 0;
}
