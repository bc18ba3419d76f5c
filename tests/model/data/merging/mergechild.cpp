// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <merging/storemerging.h>

#include <QCoreApplication>

/// Merges its second argument into the store that its first one names, or compacts the store where there is none; for
/// being killed while it does.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() < 3)
        return Decayscope::compactStore(arguments.at(1), {}) ? 0 : 1;
    const auto merged = Decayscope::mergeStores(arguments.at(1), {arguments.at(2)}, {});
    return merged && merged->front() ? 0 : 1;
}
