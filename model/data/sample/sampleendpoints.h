// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <span>

namespace Decayscope {

enum class SampleAccess : quint8 { Open, Optional, Required };

/// One of the nineteen endpoints of the Conduit contract, as the sample's projects serve it.
struct SampleEndpoint
{
    const char *module; ///< Of the route file and the service: "articles".
    const char *method; ///< "POST".
    const char *path; ///< Below /api, parameters as `:name`.
    const char *name; ///< Of the function that serves it: "create_article".
    const char *arguments; ///< Of that function, by commas: of viewer, username, slug, comment_id, query, body.
    SampleAccess access;
    int status; ///< Of a good answer.
};

[[nodiscard]] std::span<const SampleEndpoint> sampleEndpoints();

/// A request of the behavioural suite: where it goes, and which endpoint it means.
struct SampleRequest
{
    const char *method;
    const char *path; ///< Below /api, with query.
    const char *endpoint; ///< Name of a SampleEndpoint.
};

/// The requests of the suite in its order, as many as conduitSuite() has.
[[nodiscard]] std::span<const SampleRequest> sampleRequests();

[[nodiscard]] const SampleEndpoint &sampleEndpoint(QByteArrayView name);

} // namespace Decayscope
