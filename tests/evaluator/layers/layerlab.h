// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/verdict.h>

#include <QStringList>

#include <map>
#include <string>

namespace Decayscope::Test {

using ProjectTexts = std::map<std::string, std::string>;

/// Small projects that keep Clean Architecture, one file a layer: users in routes, services, repositories and models.
[[nodiscard]] ProjectTexts cleanPython();
[[nodiscard]] ProjectTexts cleanJavaScript();
[[nodiscard]] ProjectTexts cleanTypeScript();

/// A project with other files put in or in place of its own; those with an empty text are taken out.
[[nodiscard]] ProjectTexts changed(ProjectTexts project, const ProjectTexts &files);

[[nodiscard]] ConstraintVerdict judged(const ProjectTexts &project);

/// "layer-up app/models/user.py:3", one a violation; "kept" where there is none.
[[nodiscard]] QStringList printedRules(const ConstraintVerdict &verdict);

/// "app/routes/users.py routes", one a production file, "-" for those of no layer; `why` adds why.
[[nodiscard]] QStringList printedLayers(const ProjectTexts &project, bool why = false);

} // namespace Decayscope::Test
