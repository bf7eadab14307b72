/** Directives of nginx's own modules (nginx.org/en/docs/dirindex.html) that courses and exercises use. */
export const DIRECTIVES: ReadonlySet<string> = new Set(
  `absolute_redirect accept_mutex access_log add_header aio alias allow auth_basic auth_basic_user_file auth_request autoindex
  break charset client_body_buffer_size client_body_temp_path client_body_timeout client_header_buffer_size
  client_header_timeout client_max_body_size connection_pool_size daemon debug_points default_type deny directio env error_log
  error_page etag events expires fastcgi_index fastcgi_param fastcgi_pass fastcgi_read_timeout fastcgi_split_path_info
  fastcgi_temp_path geo gzip gzip_comp_level gzip_disable gzip_http_version gzip_min_length gzip_proxied gzip_static gzip_types
  gzip_vary hash http http2 if index internal ip_hash keepalive keepalive_requests keepalive_timeout
  large_client_header_buffers least_conn limit_conn limit_conn_zone limit_except limit_rate limit_req limit_req_zone lingering_close
  listen load_module location log_format log_not_found log_subrequest map map_hash_bucket_size master_process merge_slashes mirror
  multi_accept open_file_cache pcre_jit pid port_in_redirect proxy_buffer_size proxy_buffering proxy_buffers proxy_cache
  proxy_cache_path proxy_cache_valid proxy_connect_timeout proxy_hide_header proxy_http_version proxy_intercept_errors
  proxy_next_upstream proxy_pass proxy_pass_header proxy_read_timeout proxy_redirect proxy_request_buffering proxy_send_timeout
  proxy_set_header proxy_ssl_server_name proxy_ssl_verify proxy_temp_path random real_ip_header resolver resolver_timeout return
  rewrite root satisfy scgi_temp_path send_timeout sendfile server server_name server_name_in_redirect
  server_names_hash_bucket_size server_tokens set set_real_ip_from split_clients ssi ssl_certificate ssl_certificate_key ssl_ciphers
  ssl_dhparam ssl_prefer_server_ciphers ssl_protocols ssl_session_cache ssl_session_timeout stream stub_status sub_filter
  sub_filter_once tcp_nodelay tcp_nopush try_files types types_hash_max_size underscores_in_headers upstream use user
  uwsgi_pass uwsgi_temp_path valid_referers variables_hash_max_size worker_connections worker_cpu_affinity worker_priority
  worker_processes worker_rlimit_nofile worker_shutdown_timeout zone`.split(/\s+/),
);
