// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Decayscope {

/// Whether a text can be the name of a folder on every system that results may travel to: one to a hundred printable
/// characters without slashes, no "." and "..", no space at its ends.
[[nodiscard]] bool isFolderName(QStringView name);

/// Whether a text is a line a person may write: up to a thousand printable characters.
[[nodiscard]] bool isPlanLine(QStringView text);

/// Whether a text begins as keys of well-known services do.
[[nodiscard]] bool beginsLikeKey(QStringView text);

/// What is wrong with an endpoint's URL, as a sentence without its subject that does not repeat it; else empty.
[[nodiscard]] QString endpointUrlFault(const QString &url);

} // namespace Decayscope
