// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QTest>

namespace Decayscope::Test {

/// The folder of data shared beside the checkout (`../shared`, or $DECAYSCOPE_SHARED); empty where it is absent.
[[nodiscard]] QString sharedFolder();

/// A file of it, or empty where it is absent.
[[nodiscard]] QString sharedFile(const QString &relativePath);

/// Writes a results tree with the shared generator into `folder`; false where generator or Python is absent.
[[nodiscard]] bool makeResultsTree(const QString &folder, const QStringList &arguments);

} // namespace Decayscope::Test

/// Skips a test whose data is not there, and says which.
#define DECAYSCOPE_REQUIRE_SHARED(path)                                                                                \
    do {                                                                                                               \
        if (Decayscope::Test::sharedFile(QStringLiteral(path)).isEmpty())                                              \
            QSKIP("The shared file " path " is not beside this checkout; set DECAYSCOPE_SHARED to its folder.");       \
    } while (false)
