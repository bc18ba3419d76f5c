// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/labelbook.h>
#include <store/connection.h>

namespace Decayscope::Test {

/// A frozen blind sample of so many runs of gpt-x.
[[nodiscard]] Sample aFrozenSample(int items = 3);

/// The study's codebook with one code more: version 2.
[[nodiscard]] Codebook aSecondVersion();

[[nodiscard]] Label aStudyLabel(const QString &code = QStringLiteral("schema_format_error"), bool blind = true);

/// Labels, an imported label, a sample and a codebook.
[[nodiscard]] Result<> writeSomeLabels(Connection &connection);

} // namespace Decayscope::Test
