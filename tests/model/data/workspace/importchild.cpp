// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resultsfolder.h"

#include <workspace/workspace.h>

#include <QCoreApplication>

/// Imports its second argument into the store that its first one names; for being killed while it does.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    const auto report
        = Decayscope::importIntoStore(arguments.at(1), {arguments.at(2)}, {}, Decayscope::Test::namingVerifier(), {});
    return report && report->refused.empty() ? 0 : 1;
}
