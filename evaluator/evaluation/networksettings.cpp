// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networksettings.h"

#include <QFileInfo>

#include <array>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array proxyNames{
    u"http_proxy", u"https_proxy", u"all_proxy", u"no_proxy", u"HTTP_PROXY", u"HTTPS_PROXY", u"ALL_PROXY", u"NO_PROXY"};

constexpr std::array certificateNames{
    u"SSL_CERT_FILE", u"NODE_EXTRA_CA_CERTS", u"REQUESTS_CA_BUNDLE", u"CURL_CA_BUNDLE", u"PIP_CERT", u"GIT_SSL_CAINFO"};

/// Folders every sandbox shows anyway.
bool isShownAnyway(const QString &path)
{
    return path.startsWith(u"/usr/") || path.startsWith(u"/etc/ssl/certs/");
}

} // namespace

NetworkSettings networkSettings(const QProcessEnvironment &environment)
{
    NetworkSettings settings;
    for (const auto *name : proxyNames) {
        const auto key = QString::fromUtf16(name);
        if (const auto value = environment.value(key); !value.isEmpty())
            settings.environment[key] = value;
    }
    for (const auto *name : certificateNames) {
        const auto key = QString::fromUtf16(name);
        const QFileInfo file(environment.value(key));
        if (!file.isAbsolute() || !file.isFile())
            continue;
        settings.environment[key] = file.filePath();
        if (!isShownAnyway(file.filePath()))
            settings.binds.push_back({.outside = file.filePath(), .inside = file.filePath()});
    }
    return settings;
}

} // namespace Decayscope
