// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/verdict.h>

namespace Decayscope {

/// The study's static verifiers as published, oddities included; source: method.md, "Static verifiers, reference mode".
/// A pure function of the patch's bytes: any input, no error, each constraint judged by itself.
[[nodiscard]] std::vector<ConstraintVerdict> verifyReference(QByteArrayView patch, ConstraintSet constraints);

/// The reference verifier with its version.
[[nodiscard]] Verifier referenceVerifier();

} // namespace Decayscope
