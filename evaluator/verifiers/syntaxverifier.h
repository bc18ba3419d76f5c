// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/verdict.h>

namespace Decayscope {

/// Static verifiers that read code instead of text; the handbook's page on verifiers defines what they hold for kept.
/// A pure function of the patch's bytes: any input, no error, each constraint judged by itself.
[[nodiscard]] std::vector<ConstraintVerdict> verifySyntax(QByteArrayView patch, ConstraintSet constraints);

/// The syntax verifier with its version.
[[nodiscard]] Verifier syntaxVerifier();

} // namespace Decayscope
