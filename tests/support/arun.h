// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/run.h>

namespace Decayscope::Test {

/// A run in words: `aRun().of("gpt-x").on("flask", {Constraint::Postgres}).passing(7, 10).run()`.
class RunWords
{
public:
    RunWords();

    RunWords &of(const char *model, const char *scaffold = "mini_swe_sdk");
    RunWords &on(const char *framework, ConstraintSet constraints = {});
    RunWords &onFeature(const char *framework, const char *task);
    RunWords &fromOutside(const char *task); ///< Of the study.
    RunWords &dated(const char *date);
    RunWords &trial(int number);
    RunWords &passing(int passed, int total);
    RunWords &violating(ConstraintKind kind); ///< Every other applicable verdict is compliant.
    RunWords &ending(Termination termination);
    RunWords &excluded(const char *reason);

    [[nodiscard]] Run run() const { return m_run; }
    operator Run() const { return m_run; }

private:
    Run m_run;
};

/// A finished run of a small model on an unconstrained Flask task that passes 10 of 10; ids count up.
[[nodiscard]] RunWords aRun();

} // namespace Decayscope::Test
