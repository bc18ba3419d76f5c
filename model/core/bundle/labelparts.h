// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bundledpart.h"

#include <labels/labelbook.h>

namespace Decayscope {

// What a bundle shows of a study's labels for people; data/ holds them for programs.

/// Every version of every codebook as JSON and as Markdown.
[[nodiscard]] BundledSection codebookSection(const LabelBook &labels);

/// The definition of every sample.
[[nodiscard]] BundledSection sampleSection(const LabelBook &labels);

/// The blinding certificate of every blind sample.
[[nodiscard]] BundledSection certificateSection(const LabelBook &labels);

} // namespace Decayscope
