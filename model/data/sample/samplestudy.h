// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>
#include <domain/verdict.h>

#include <QString>

namespace Decayscope {

/// The file of the sample study: small, made up by this program, marked as such, to be opened read-only. Made in the
/// user's cache folder when first needed, in a few seconds; several processes may ask at once.
/// Errors: Unreadable where the cache folder cannot be written.
[[nodiscard]] Result<QString> sampleStudyPath(const Verifiers &verifiers);

/// Makes the sample study in a file that does not exist yet.
[[nodiscard]] Result<> writeSampleStudy(const QString &path, const Verifiers &verifiers);

} // namespace Decayscope
