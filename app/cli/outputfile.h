// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>

#include <QByteArray>

namespace Decayscope {

/// A file that is to be written.
struct OutputFile
{
    QString path;
    QByteArray bytes;
};

/// Whole or not at all.
[[nodiscard]] Result<> writeOutput(const OutputFile &file);

/// The path with another ending, such as ".csv".
[[nodiscard]] QString besideOf(const QString &path, QStringView ending);

} // namespace Decayscope
